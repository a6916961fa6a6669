import { mayHaveHappened, type Failure } from '../contract/failure';
import type { Advice } from '../contract/operation';

function adviceFor(failure: Failure, { scope, lookUp, again }: Advice): string | undefined {
	const { kind, status } = failure;
	if (mayHaveHappened(failure)) return lookUp;
	if (kind === 'unavailable') return status === 429 ? undefined : again;
	return status === 403 && scope !== undefined ? `This operation needs the scope ${scope}.` : undefined;
}

/** The failure with the operation's own advice on top. */
export function advised(failure: Failure, advice: Advice): Failure {
	const text = adviceFor(failure, advice);
	return text === undefined ? failure : { ...failure, description: `${failure.description} ${text}`.trim() };
}
