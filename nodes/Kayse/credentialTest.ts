import { KayseOutreachApi } from '../../credentials/KayseOutreachApi.credentials';
import { keyTest } from '../shared/engine/credentialTest';
import type { KeyCheck } from '../shared/http/keyCheck';
import { wholeList } from './pages';
import { kayse } from './vendor';

/** See docs/vendors/kayse.md#metadata. */
export const kayseKey: KeyCheck = {
	vendor: kayse,
	path: '/metadata/objects',
	isAnswer: (body) => wholeList.rows(body) !== undefined,
};

export const credentialTest = { kayseKeyTest: keyTest(kayseKey, new KayseOutreachApi().authenticate) };
