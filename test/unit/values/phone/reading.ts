import { ItemFailure } from '../../../../nodes/shared/contract/failure';
import { phoneFrom } from '../../../../nodes/shared/values/phone/phone';

/** The number in E.164, or the message that refuses it. */
export function read(value: unknown, country?: string): string {
	try {
		return phoneFrom(value, 'Phone', country);
	} catch (error) {
		if (error instanceof ItemFailure) return error.failure.message;
		throw error;
	}
}

export const isNumber = (text: string): boolean => /^\+\d+$/.test(text);
