import { ItemFailure, type Failure } from '../contract/failure';
import type { Operation } from '../contract/operation';

/** What an operation adds to what the user reads when it did not succeed. */
export interface Advice {
	/** The scope that its API key needs, in the vendor's spelling. */
	scope?: string;
	/** Where to see whether it was carried out after a doubtful answer. */
	lookUp?: string;
	/** What to mind before it is run again, where only tries of the same execution are known to be the same. */
	again?: string;
}

function adviceFor({ kind, status }: Failure, { scope, lookUp, again }: Advice): string | undefined {
	if (kind === 'unknown') return lookUp;
	if (kind === 'unavailable') return status === 429 ? undefined : again;
	return status === 403 && scope !== undefined ? `This operation needs the scope ${scope}.` : undefined;
}

function advised(thrown: unknown, advice: Advice): unknown {
	const text = thrown instanceof ItemFailure ? adviceFor(thrown.failure, advice) : undefined;
	if (!(thrown instanceof ItemFailure) || text === undefined) return thrown;
	const { failure } = thrown;
	return new ItemFailure({ ...failure, description: `${failure.description} ${text}` });
}

/** The operation, with its own advice on top of the executor's. */
export const advising =
	(advice: Advice, operation: Operation): Operation =>
	(item) => {
		const draft = operation(item);
		return {
			...draft,
			async perform(api) {
				try {
					return await draft.perform(api);
				} catch (thrown) {
					throw advised(thrown, advice);
				}
			},
		};
	};
