import { describe, expect, it } from '@jest/globals';

import { shortestTime } from '../../../nodes/shared/limits/shortestTime';

const LIMITS = {
	calls: { requests: 10, perSeconds: 60, within: 'all' },
	texts: { requests: 20, perSeconds: 60, within: 'all' },
	all: { requests: 25, perSeconds: 3_600 },
};

describe('the shortest time of so many requests', () => {
	it.each([
		[{}, 0],
		[{ calls: 10 }, 0],
		[{ calls: 11 }, 60],
		[{ calls: 20, texts: 5 }, 60],
		[{ calls: 20, texts: 6 }, 3_600],
		[{ unknown: 1_000 }, 0],
	])('%j: %i s', (counts, seconds) => {
		expect(shortestTime(LIMITS, new Map(Object.entries(counts)))).toBe(seconds);
	});
});
