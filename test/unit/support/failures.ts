import { ItemFailure, type Failure } from '../../../nodes/shared/contract/failure';

function failureIn(error: unknown): Failure {
	if (error instanceof ItemFailure) return error.failure;
	throw error;
}

/** The Failure that `work` throws; any other end is an error of the test. */
export function failureOf(work: () => unknown): Failure {
	try {
		work();
	} catch (error) {
		return failureIn(error);
	}
	throw new Error('No failure');
}

/** The Failure that `work` ends with. */
export async function failureFrom(work: Promise<unknown>): Promise<Failure> {
	try {
		await work;
	} catch (error) {
		return failureIn(error);
	}
	throw new Error('No failure');
}
