import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { TriggerStage } from './stage';

/** What each trigger asks of its own vendor and fields when its workflow is published. */
export interface Publishing {
	stage: TriggerStage;
	vendor: string;
	/** The vendor's own address, from where no n8n on this machine is reached. */
	publicBaseUrl: string;
	/** Parameters by which no event comes, put over the stage's own. */
	withoutEvent: INodeParameters[];
	/** Parameters that protect or narrow and cannot be read, put over the stage's own, each with what the error says. */
	unreadable: Array<[INodeParameters, RegExp]>;
	/** Credentials by which the vendor cannot be used, each with what the error says. */
	unusable: Array<[{ apiKey: string }, RegExp]>;
}

export const publishingError = (message: RegExp) => ({
	name: 'NodeOperationError',
	message: expect.stringMatching(message),
});

/** All triggers say the same when a workflow is published that cannot work, for all ways in which events come. */
export function describePublishing({
	stage,
	vendor,
	publicBaseUrl,
	withoutEvent,
	unreadable,
	unusable,
}: Publishing): void {
	describe(`publishing a workflow with a ${vendor} Trigger`, () => {
		it.each(withoutEvent)('asks for an event: %j', async (parameters) => {
			stage.parameters = { ...stage.parameters, ...parameters };
			await expect(stage.activate()).rejects.toMatchObject(
				publishingError(/^No event is chosen\. Choose at least one/),
			);
			expect(stage.requests()).toEqual([]);
		});

		it.each(unreadable)('asks for fields that protect or limit and cannot be read: %j', async (parameters, message) => {
			stage.parameters = { ...stage.parameters, ...parameters };
			await expect(stage.activate()).rejects.toMatchObject(publishingError(message));
			expect(stage.requests()).toEqual([]);
		});

		it.each(unusable)('names the problem with the credential %j, and the remedy', async (credential, message) => {
			stage.credential = credential;
			await expect(stage.activate()).rejects.toMatchObject(publishingError(message));
		});

		it('asks for a credential', async () => {
			stage.hasCredential = false;
			await expect(stage.activate()).rejects.toThrow(/credential/i);
		});

		it('says that the vendor cannot reach an n8n on this machine', async () => {
			stage.credential = { baseUrl: publicBaseUrl };
			await expect(stage.activate()).rejects.toMatchObject(
				publishingError(new RegExp(`^${vendor} cannot reach this n8n.*WEBHOOK_URL`)),
			);
		});
	});
}
