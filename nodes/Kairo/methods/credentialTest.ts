import { KairoOutreachApi } from '../../../credentials/KairoOutreachApi.credentials';
import { keyTest } from '../../shared/engine/credentialTest';
import type { KeyCheck } from '../../shared/http/keyCheck';
import { rowsIn } from '../answers/envelopes';
import { kairo } from '../vendor';

/**
 * KAIRO documents no request to check a key. `GET /agents` has the path of its one documented request. The test accepts the same
 * lists as *Agent > Get Many*.
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
