import { KaiCallsOutreachApi } from '../../../credentials/KaiCallsOutreachApi.credentials';
import { keyTest } from '../../shared/engine/credentialTest';
import type { KeyCheck } from '../../shared/http/keyCheck';
import { wholeList } from '../pages';
import { kaiCalls } from '../vendor';

/** See docs/vendors/kaicalls.md#agents. */
export const kaiCallsKey: KeyCheck = {
	vendor: kaiCalls,
	path: '/agents',
	isAnswer: (body) => wholeList('agents').rows(body) !== undefined,
	explain: ({ status }) =>
		status === 403
			? 'The key is valid, but lacks the scope agents:read. Without it, the list of agents is empty.'
			: undefined,
};

export const credentialTest = { kaiCallsKeyTest: keyTest(kaiCallsKey, new KaiCallsOutreachApi().authenticate) };
