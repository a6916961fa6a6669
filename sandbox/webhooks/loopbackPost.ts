const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The result of one delivery attempt; `refused` means that the sandbox would not send it. */
export type DeliveryStatus = number | 'timeout' | 'unreachable' | 'refused';

/** Whether the receiver accepted the delivery: any status from 200 to 299. */
export function succeeded(status: DeliveryStatus): boolean {
	return typeof status === 'number' && status >= 200 && status < 300;
}

/** Whether the URL is http(s) on this machine; the sandbox sends to no other. */
export function isLoopback(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	return /^https?:$/.test(protocol) && loopback.test(hostname);
}

/**
 * Posts JSON text to a loopback URL.
 * @param timeoutSeconds real seconds until the attempt counts as failed
 */
export async function loopbackPost(
	url: string,
	json: string,
	headers: Record<string, string>,
	timeoutSeconds: number,
): Promise<DeliveryStatus> {
	if (!isLoopback(url)) return 'refused';
	const signal = AbortSignal.timeout(timeoutSeconds * 1000);
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: json,
			redirect: 'manual',
			signal,
		});
		await response.arrayBuffer();
		return response.status;
	} catch {
		return signal.aborted ? 'timeout' : 'unreachable';
	}
}
