import { phoneIn } from '../../../shared/operations/phones';

/** The number in the locator, checked, where the request wants it. */
export const numberIn = (place: 'body' | 'query') =>
	phoneIn({ place, member: 'phone_number', parameter: 'phoneNumber', label: 'Phone Number' });
