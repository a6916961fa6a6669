import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { NODE_TYPES } from '../../support/nodeTypes';
import { everyOne } from '../../support/everyOne';

const TRIGGERS = NODE_TYPES.map(({ description }) => description).filter(({ group }) => group.includes('trigger'));

const eventFields = ({ properties }: INodeTypeDescription): INodeProperties[] =>
	properties.filter(({ displayName }) => displayName === 'Events');

const valuesOf = ({ options = [] }: INodeProperties): unknown[] =>
	options.map((option) => ('value' in option ? option.value : undefined));

/** Modes that a field is shown in; all when it does not depend on them. */
const modesOf = ({ displayOptions }: INodeProperties): unknown[] => displayOptions?.show?.mode ?? [];

describe.each(TRIGGERS.map((trigger) => [trigger.displayName, trigger] as const))(
	'the panel of %s',
	(_name, trigger) => {
		it('offers events to choose from without asking the vendor, some of them chosen', () => {
			const fields = eventFields(trigger);
			expect(fields.length).toBeGreaterThan(0);
			for (const field of everyOne(fields)) {
				expect([field.default].flat().length).toBeGreaterThan(0);
				expect(valuesOf(field)).toEqual(expect.arrayContaining([field.default].flat()));
			}
		});

		it('is found by each of its events in the list of nodes, in the mode that a fresh node has', () => {
			// n8n makes the entries from the first field of that name, and sets the mode in which that field is shown.
			const [first] = eventFields(trigger);
			const mode = trigger.properties.find(({ name }) => name === 'mode');
			expect(first === undefined ? [] : modesOf(first)).toEqual(mode === undefined ? [] : [mode.default]);
			expect(valuesOf(first ?? { displayName: '', name: '', type: 'string', default: '' }).length).toBeGreaterThan(2);
		});

		it('says how to get a test event, also while n8n listens, in every mode', () => {
			const panel = typeof trigger.triggerPanel === 'object' ? trigger.triggerPanel : {};
			expect(panel.activationHint).toContain('Execute step');
			expect(panel.executionsHelp).toContain('Production URL');
			const notices = trigger.properties.filter(({ name, type }) => name === 'howToTryNotice' && type === 'notice');
			const modes = trigger.properties.find(({ name }) => name === 'mode');
			expect(notices.flatMap(modesOf).sort()).toEqual(modes === undefined ? [] : valuesOf(modes).sort());
			expect(notices.length).toBeGreaterThan(0);
		});
	},
);
