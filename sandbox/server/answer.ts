/** A finished HTTP reply. A string body is sent unchanged, any other body as JSON, `undefined` as no body. */
export class Answer {
	constructor(
		readonly status: number,
		readonly body?: unknown,
		readonly headers: Readonly<Record<string, string>> = {},
	) {}

	get accepted(): boolean {
		return this.status >= 200 && this.status < 300;
	}

	withHeaders(headers: Readonly<Record<string, string>>): Answer {
		return new Answer(this.status, this.body, { ...headers, ...this.headers });
	}

	/** The bytes and headers on the wire. */
	encode(): { payload: Buffer; headers: Record<string, string> } {
		if (this.body === undefined) return { payload: Buffer.alloc(0), headers: { ...this.headers } };
		const isText = typeof this.body === 'string';
		return {
			payload: Buffer.from(isText ? String(this.body) : JSON.stringify(this.body)),
			headers: {
				'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
				...this.headers,
			},
		};
	}
}

/** Thrown anywhere below a route to end the request with this answer. */
export class Refusal extends Error {
	constructor(readonly answer: Answer) {
		super(`refused with HTTP ${answer.status}`);
	}
}
