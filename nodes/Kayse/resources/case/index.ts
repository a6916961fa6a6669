import { resourceProperties } from '../../../shared/fields/resource';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { sendEmail } from './sendEmail';
import { sendSms } from './sendSms';
import { update } from './update';
import { upsert } from './upsert';

export const legalCase = resourceProperties('case', [create, upsert, remove, get, sendEmail, sendSms, update]);
