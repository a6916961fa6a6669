/** CPU time of a process and its children so far, in milliseconds. */
export function cpuMs(pid: number): number;
/** CPU time of only the children of a process, such as the runner of n8n's Code node. */
export function childrenCpuMs(pid: number): number;
