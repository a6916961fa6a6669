import type { Control } from '../../sandbox';
import { world } from './world';

/** Calls a method of the sandbox's control, which runs in another process. */
export async function control<Method extends keyof Control>(
	method: Method,
	...[argument]: Parameters<Control[Method]>
): Promise<Awaited<ReturnType<Control[Method]>>> {
	const response = await fetch(`${world.sandbox.origin}/__control/${method}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(argument ?? {}),
	});
	if (!response.ok) throw new Error(`The sandbox refused ${method}: ${await response.text()}`);
	return (await response.json()) as Awaited<ReturnType<Control[Method]>>;
}
