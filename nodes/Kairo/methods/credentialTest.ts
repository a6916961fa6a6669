import { KairoOutreachApi } from '../../../credentials/KairoOutreachApi.credentials';
import { keyTest } from '../../shared/engine/credentialTest';
import type { KeyCheck } from '../../shared/http/keyCheck';
import { rowsIn } from '../answers/envelopes';
import { kairo } from '../vendor';

/**
 * No reading is published to check a key with; `/agents` is the plain path next to the one that is. It is taken for a list, in any
 * of the envelopes that *Agent > Get Many* takes one from.
 */
export const kairoKey: KeyCheck = {
	vendor: kairo,
	path: '/agents',
	isAnswer: (body) => rowsIn('agents')(body) !== undefined,
	explain: ({ status }) =>
		status === 404 || status === 405
			? 'The address answered, but the path of this test does not exist. KAIRO documents no path to check a key, so the key may be valid: save it and try Agent > Create.'
			: undefined,
};

export const credentialTest = { kairoKeyTest: keyTest(kairoKey, new KairoOutreachApi().authenticate) };
