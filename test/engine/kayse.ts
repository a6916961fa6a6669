import { KayseOutreachApi } from '../../credentials/KayseOutreachApi.credentials';
import { Kayse } from '../../nodes/Kayse/Kayse.node';
import { Bench, onBench } from './bench';

export { automatic, mapped } from './resourceMapper';

/** The Kayse node on a bench. */
export class KayseBench extends Bench {
	constructor() {
		super({
			node: () => new Kayse(),
			credential: () => new KayseOutreachApi(),
			account: ({ kayse }) => kayse,
		});
	}

	get state() {
		return this.control.kayseState();
	}
}

/** A bench for the tests of one file, fresh for each test. */
export const useKayseBench = (): KayseBench => onBench(new KayseBench());
