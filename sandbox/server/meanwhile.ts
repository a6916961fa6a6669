import { z } from 'zod';

/** Requests of another client that follow an answer to a reader, before the reader can ask for more. */
export const meanwhileSchema = z
	.object({
		vendor: z.string(),
		/** Path of the GET requests that they follow. */
		path: z.string().startsWith('/'),
		/** How many answers pass before that. */
		skip: z.number().int().nonnegative().default(0),
		/** In order; sent with the reader's key. */
		requests: z
			.array(
				z
					.object({
						method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']),
						path: z.string().startsWith('/'),
						body: z.unknown(),
					})
					.strict(),
			)
			.min(1),
	})
	.strict();

/** Requests of other clients, as a test writes them. */
export type Others = z.input<typeof meanwhileSchema>;
/** One of these requests. */
export type OthersRequest = z.output<typeof meanwhileSchema>['requests'][number];

/** Other clients' changes while a list is read: rows are added, removed and moved between its pages. */
export class Meanwhile {
	private waiting: Array<z.output<typeof meanwhileSchema>> = [];

	add(others: Others): void {
		this.waiting.push(meanwhileSchema.parse(others));
	}

	/** The requests that another client sends after this answer. Counts the answers that are to be skipped. */
	take(vendor: string, path: string): OthersRequest[] {
		const matching = this.waiting.filter((others) => others.vendor === vendor && others.path === path);
		const due = matching.filter(({ skip }) => skip === 0);
		this.waiting = this.waiting.filter((others) => !due.includes(others));
		for (const others of matching) others.skip -= 1;
		return due.flatMap(({ requests }) => requests);
	}

	clear(): void {
		this.waiting = [];
	}
}
