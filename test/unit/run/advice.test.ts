import { describe, expect, it } from '@jest/globals';

import type { Failure } from '../../../nodes/shared/contract/failure';
import { advised } from '../../../nodes/shared/run/advice';

const advice = { lookUp: 'Look there.', again: 'Mind this.', scope: 'calls:write' };

const descriptionOf = (failure: Partial<Failure>): string =>
	advised({ kind: 'refused', message: 'No.', description: 'Wait.', ...failure }, advice).description;

describe('the advice of an operation', () => {
	it.each<[string, Partial<Failure>, string]>([
		['where to look after a doubtful answer', { kind: 'unknown' }, 'Wait. Look there.'],
		['what to mind before doing again what may have begun', { kind: 'unavailable', status: 503 }, 'Wait. Mind this.'],
		['nothing of the kind about what a limit has kept from beginning', { kind: 'unavailable', status: 429 }, 'Wait.'],
		['the scope that a key lacks', { status: 403 }, 'Wait. This operation needs the scope calls:write.'],
		['nothing about another refusal', { status: 404 }, 'Wait.'],
	])('is %s', (_, failure, description) => {
		expect(descriptionOf(failure)).toBe(description);
	});
});
