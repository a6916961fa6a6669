import type { INodeProperties, TriggerPanelDefinition } from 'n8n-workflow';

const WHEN_IT_WORKS =
	'<b>When your workflow is ready</b>, publish it. From then on n8n gets the events at the Production URL, shown under "Webhook URLs" in this panel, and lists the runs under <a data-key="executions">Executions</a>.';

/**
 * n8n's text beside a trigger without data. Its own text, "go to the service and create an event", does not help a user
 * who must wait for another person.
 * @param howToTry one or two sentences, in HTML
 */
export const triggerPanelOf = (howToTry: string): TriggerPanelDefinition => ({
	header: 'Get a test event',
	executionsHelp: `<b>To try it:</b> ${howToTry}<br /><br />${WHEN_IT_WORKS}`,
	activationHint: howToTry,
});

/** The same in the panel: the text beside it disappears while n8n listens. */
export const howToTryNotice = (
	howToTry: string,
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties => ({
	displayName: `<b>To try it:</b> ${howToTry}`,
	name: 'howToTryNotice',
	type: 'notice',
	default: '',
	...(displayOptions && { displayOptions }),
});
