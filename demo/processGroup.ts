import type { ChildProcess } from 'node:child_process';

/** Signals a child that was started `detached`, and all its children; a child that has ended is ignored. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
	try {
		if (pid !== undefined) process.kill(-pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
