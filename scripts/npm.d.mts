export function npm(folder: string, args: string[], env?: NodeJS.ProcessEnv): Promise<number>;
export function installStep(label: string, folder: string, args: string[], env?: NodeJS.ProcessEnv): Promise<void>;
export function isInstalled(folder: string): boolean;
export function ensureInstalled(folder: string, label: string): Promise<void>;
