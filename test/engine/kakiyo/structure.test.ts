import { describe, expect, it } from '@jest/globals';

import { Kakiyo } from '../../../nodes/Kakiyo/Kakiyo.node';
import { Clock } from '../../../sandbox/time/clock';
import { Kakiyo as SandboxKakiyo } from '../../../sandbox/kakiyo/kakiyo';
import { kakiyoRoutes } from '../../../sandbox/kakiyo/routes';
import { offeredBy } from '../description';
import { itIsWellDescribed } from '../wellDescribed';
import { ENDPOINTS, IN_ITS_OWN_TEST } from './endpoints';

const node = new Kakiyo();
const { resources } = offeredBy(node);

describe('the Kakiyo node', () => {
	itIsWellDescribed(node);

	it('tests every documented endpoint', () => {
		const documented = kakiyoRoutes(new SandboxKakiyo(new Clock(1))).map(({ method, path }) => `${method} ${path}`);
		expect([...Object.values(ENDPOINTS).flat(), ...IN_ITS_OWN_TEST].sort()).toEqual(documented.sort());
		expect(Object.keys(ENDPOINTS).sort()).toEqual(resources.map(({ value }) => value).sort());
	});
});
