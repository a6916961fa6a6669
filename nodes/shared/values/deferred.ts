/** A promise that is settled from outside; a rejection may stay without a listener. */
export interface Deferred<T> {
	readonly promise: Promise<T>;
	resolve(value: T): void;
	reject(reason: unknown): void;
}

/** Makes such a promise. */
export function deferred<T>(): Deferred<T> {
	let settle: Pick<Deferred<T>, 'resolve' | 'reject'> | undefined;
	const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
	promise.catch(() => {});
	return { promise, resolve: (value) => settle?.resolve(value), reject: (reason) => settle?.reject(reason) };
}
