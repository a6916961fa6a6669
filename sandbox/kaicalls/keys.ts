import { createHash } from 'node:crypto';
import { z } from 'zod';
import { idOf } from './ids';
import { type Scope, scopes } from './scopes';

const secretLength = 44;

/** A further key of the account, for tests of scopes and businesses. */
export const newKeySchema = z
	.object({
		scopes: z.array(z.enum(scopes)).default(['agents:read', 'numbers:read', 'calls:read', 'calls:write']),
		/** The only business it reaches; all of them when left out. */
		businessId: z.string().optional(),
		/** false: expired or revoked. */
		isActive: z.boolean().default(true),
	})
	.strict();

/** A further key as a test writes it: with defaults left out. */
export type NewKey = z.input<typeof newKeySchema>;

/** A key of the account; the members have the API's names. */
export interface ApiKey {
	id: string;
	key: string;
	scopes: readonly Scope[];
	business_id: string | null;
	is_active: boolean;
}

/** `kc_live_` and 44 base64url characters, the same for the same number. */
function keyText(number: number): string {
	return `kc_live_${createHash('sha512').update(`kaicalls sandbox ${number}`).digest('base64url').slice(0, secretLength)}`;
}

function mainKey(): ApiKey {
	return { id: idOf('key', 1), key: keyText(1), scopes: ['*'], business_id: null, is_active: true };
}

/** The account's API keys. The first one reaches every business and is there from the start. */
export class ApiKeys {
	private keys: [ApiKey, ...ApiKey[]] = [mainKey()];

	get main(): ApiKey {
		return this.keys[0];
	}

	add(newKey: NewKey): ApiKey {
		const { scopes: granted, businessId, isActive } = newKeySchema.parse(newKey);
		const number = this.keys.length + 1;
		const added = {
			id: idOf('key', number),
			key: keyText(number),
			scopes: granted,
			business_id: businessId ?? null,
			is_active: isActive,
		};
		this.keys.push(added);
		return added;
	}

	/** The key with this text, if it works. */
	find(text: string | undefined): ApiKey | undefined {
		return this.keys.find(({ key, is_active }) => is_active && key === text);
	}

	reset(): void {
		this.keys = [mainKey()];
	}
}
