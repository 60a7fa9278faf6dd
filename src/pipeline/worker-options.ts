const mostMebibytes = 512;

/** What Node is told for each process that examines; the build keeps what the engine compiles under these options too. */
export const workerOptions: readonly string[] = [`--max-old-space-size=${mostMebibytes}`];
