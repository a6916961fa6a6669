import { z } from 'zod';
import { recordId, text } from './types';

const addressee = { case_id: recordId, client_id: recordId };

export const sendSms = z.object({ ...addressee, message: text }).strict();

export const sendEmail = z.object({ ...addressee, subject: text, message: text }).strict();

/** Kayse's table calls `case_id` a String, its example sends an integer (docs/vendors/kayse.md#c3). */
export const scheduleCall = z.object({ campaign_id: recordId, case_id: recordId }).strict();
