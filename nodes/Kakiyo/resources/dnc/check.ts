import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../../shared/contract/operation';
import type { OperationDescription } from '../../../shared/fields/resource';
import { routing } from '../../vendor';
import { profileUrlField, readProfileUrls } from '../fields';
import { unclearCheck, readDncCheck } from './checkResponse';

async function checked(url: string, { send }: ApiClient): Promise<IDataObject> {
	const { body } = await send({ request: { method: 'GET', path: '/dnc/check', query: { url } } });
	const answer = readDncCheck(body);
	if (!answer) throw unclearCheck;
	return answer;
}

/** Kakiyo's answer does not name the person. Each address of a cell gets its own answer. See docs/vendors/kakiyo.md#do-not-contact. */
export const check: OperationDescription = {
	option: {
		name: 'Check',
		value: 'check',
		action: 'Check if a person must not be contacted',
		description: 'Check whether a LinkedIn profile is on the list. Changes nothing.',
		routing: routing.steps({
			endpoints: ['GET /dnc/check'],
			plan: (item) => readProfileUrls(item, profileUrlField.name),
			async perform(urls, api) {
				const answers: IDataObject[] = [];
				for (const url of urls) answers.push({ url, ...(await checked(url, api)) });
				return answers;
			},
		}),
	},
	tool: {
		text: 'Checks whether a person is on the do not contact list. Changes nothing.',
		arguments: {
			url: 'Profile of the person, such as linkedin.com/in/firstname-lastname',
		},
	},
	fields: [profileUrlField],
};
