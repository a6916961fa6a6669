import { resourceOf } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { sendEmail } from './sendEmail';
import { sendSms } from './sendSms';
import { update } from './update';
import { upsert } from './upsert';

export const legalCase = resourceOf({ name: 'Case', value: 'case' }, [
	create,
	upsert,
	remove,
	get,
	sendEmail,
	sendSms,
	update,
]);
