import type { INodeProperties } from 'n8n-workflow';

import { filters } from '../../../shared/fields/collection';
import { simplifyField } from '../../../shared/fields/list';
import type { OperationDescription } from '../../../shared/fields/resource';
import { momentFilter, sentAs } from '../../../shared/fields/sent';
import { ofKind } from '../../../shared/values/reading/kind';
import { rangeStart } from '../../../shared/values/reading/range';
import { agentIn, textField } from '../../fields';
import { leadPages } from '../../pages';
import { routing } from '../../vendor';
import { simplifyLead } from './simplify';

const scoreFilter = (
	displayName: string,
	name: string,
	property: string,
	preset: number,
	description: string,
): INodeProperties => sentAs('query', property, { displayName, name, type: 'number', default: preset, description });

/** See docs/vendors/kaicalls.md#leads. */
export const getMany: OperationDescription = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many leads',
		description: 'List the people of your pipeline by status, source, score or time',
		routing: routing.getMany('/leads', {
			scope: 'leads:read',
			page: leadPages,
			simplify: simplifyLead,
		}),
	},
	tool: {
		text: 'Finds leads by status, contact data or time. Changes nothing. Use it to find a lead ID.',
		arguments: {
			'filters.status': 'Such as new, or empty',
			'filters.phone': 'Number, such as +12025550123, or empty',
			'filters.email': 'Address or empty',
			'filters.createdAfter': 'Day or time, such as 2026-03-01, or empty',
		},
	},
	fields: [
		filters([
			agentIn('query'),
			rangeStart(
				'createdBefore',
				momentFilter('created_after', { displayName: 'Created After', name: 'createdAfter' }),
			),
			momentFilter('created_before', { displayName: 'Created Before', name: 'createdBefore' }),
			ofKind(
				'email',
				textField('query', 'email', { displayName: 'Email', name: 'email', placeholder: 'e.g. dana@example.com' }),
			),
			scoreFilter('Max Score', 'maxScore', 'score_lte', 100, 'At most this score'),
			rangeStart('maxScore', scoreFilter('Min Score', 'minScore', 'score_gte', 50, 'At least this score')),
			ofKind(
				'telephone',
				textField('query', 'phone', { displayName: 'Phone Number', name: 'phone', placeholder: 'e.g. +12025550123' }),
			),
			textField('query', 'source', { displayName: 'Source', name: 'source', placeholder: 'e.g. web_form' }),
			textField('query', 'status', {
				displayName: 'Status',
				name: 'status',
				placeholder: 'e.g. new,contacted',
				description: 'One status, or several separated by commas',
			}),
			rangeStart(
				'updatedBefore',
				momentFilter('updated_after', { displayName: 'Updated After', name: 'updatedAfter' }),
			),
			momentFilter('updated_before', { displayName: 'Updated Before', name: 'updatedBefore' }),
		]),
		simplifyField(),
	],
};
