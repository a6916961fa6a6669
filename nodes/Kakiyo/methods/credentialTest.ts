import { KakiyoOutreachApi } from '../../../credentials/KakiyoOutreachApi.credentials';
import { keyTest } from '../../shared/engine/credentialTest';
import type { KeyCheck } from '../../shared/http/keyCheck';
import { isFilled } from '../../shared/values/filled';
import { isRecord } from '../../shared/values/json';
import { kakiyo } from '../vendor';

/** For both Kakiyo credentials (docs/vendors/kakiyo.md#api-key). */
export const kakiyoKey: KeyCheck = {
	vendor: kakiyo,
	path: '/verify',
	isAnswer: (body) => isRecord(body) && (body.status === 'success' || isFilled(body.teamId)),
	explain({ status }) {
		if (status === 402) return 'The key is valid, but the Kakiyo account is out of credits. Add credits in Kakiyo.';
		if (status === 403) return 'The key is valid, but the Kakiyo subscription is not active. Renew the plan in Kakiyo.';
		return undefined;
	},
};

export const credentialTest = { kakiyoKeyTest: keyTest(kakiyoKey, new KakiyoOutreachApi().authenticate) };
