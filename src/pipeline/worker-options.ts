/** Of the memory one file may take, what the engine's heap may; buffers lie outside it. */
const heapMebibytes = 320;

/** Of that, what is new: left alone it grows to 48 MiB while many files are examined, and saves no time. */
const newMebibytes = 4;

/** Before so much lies there the engine looks for nothing to clear up; forms that come and go stay below it for long. */
const freelyMebibytes = 32;

/** What Node is told for each process that examines; the build keeps what the engine compiles under these options too. */
export const workerOptions: readonly string[] = [
  `--max-old-space-size=${heapMebibytes}`,
  `--max-semi-space-size=${newMebibytes}`,
  `--initial-old-space-size=${freelyMebibytes}`,
];
