/** The one command that locker and counters need. `Redis` and `Cluster` of ioredis have it. */
export interface RedisCommands {
  eval(script: string, numberOfKeys: number, ...keysAndArguments: (string | number)[]): Promise<unknown>;
}
