/** Of the memory one file may take, what the engine's heap may; buffers lie outside it. */
const heapMebibytes = 320;

/** Before so much lies there the engine looks for nothing to clear up; forms that come and go stay below it for long. */
const freelyMebibytes = 64;

/** What Node is told for each process that examines; the build keeps what the engine compiles under these options too. */
export const workerOptions: readonly string[] = [
  `--max-old-space-size=${heapMebibytes}`,
  `--initial-old-space-size=${freelyMebibytes}`,
];
