import { KayseOutreachApi } from '../../../credentials/KayseOutreachApi.credentials';
import { KayseTrigger } from '../../../nodes/Kayse/KayseTrigger.node';
import { onStage, TriggerStage } from './stage';

/** The Kayse Trigger on a stage, fresh for each test. */
export const useKayseStage = (): TriggerStage =>
	onStage(
		new TriggerStage({
			trigger: () => new KayseTrigger(),
			credential: () => new KayseOutreachApi(),
			account: ({ kayse }) => kayse,
			parameters: { events: ['call_ended'] },
		}),
	);
