import { describe, expect, it } from '@jest/globals';

import { kaiCalls } from '../../../nodes/KaiCalls/vendor';
import { kairo } from '../../../nodes/Kairo/vendor';
import { kakiyo } from '../../../nodes/Kakiyo/vendor';
import { kayse } from '../../../nodes/Kayse/vendor';
import { explainRefusal } from '../../../nodes/shared/http/refusal';
import { unavailable } from '../../../nodes/shared/http/sendFailure';
import { acme } from '../support/wire';

/** Words that every JavaScript object answers to, such as `constructor`: to a vendor they are words like others. */
const words = Object.getOwnPropertyNames(Object.prototype);

const refusal = (code: string) => ({ status: 400, code, message: '', fields: [], location: '', ids: {} });

describe.each([kaiCalls, kairo, kakiyo, kayse])('a code of $name', (vendor) => {
	it.each(words)('%s is one that nobody knows', (code) => {
		expect(explainRefusal(vendor, refusal(code))).toEqual({ ...explainRefusal(vendor, refusal('nobody knows it')), code });
	});
});

describe('a code of the network', () => {
	it.each(words)('%s is told as it is', (reason) => {
		const { failure } = unavailable(acme, { failure: { kind: 'doubtful', reason } }, 1);
		expect(failure.message).toBe(`Acme could not be reached: ${reason} (one try)`);
	});
});
