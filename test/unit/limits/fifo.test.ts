import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fifo } from '../../../nodes/shared/limits/fifo';

const step = fc.oneof(
	{ weight: 3, arbitrary: fc.nat(100).map((push) => ({ push })) },
	{ weight: 3, arbitrary: fc.constant({ shift: true }) },
	fc.integer({ min: 2, max: 5 }).map((keepsMultiplesOf) => ({ keepsMultiplesOf })),
);

describe('a fifo', () => {
	it('does what an array does', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
				const fifo = new Fifo<number>();
				let model: number[] = [];
				for (const one of steps) {
					if ('push' in one) {
						fifo.push(one.push);
						model.push(one.push);
					} else if ('shift' in one) {
						expect(fifo.shift()).toBe(model.shift());
					} else {
						const stays = (n: number) => n % one.keepsMultiplesOf === 0;
						fifo.filter(stays);
						model = model.filter(stays);
					}
					expect(fifo.length).toBe(model.length);
					expect([-1, 0, 1, 2, model.length - 1, model.length].map((n) => fifo.at(n))).toEqual(
						[-1, 0, 1, 2, model.length - 1, model.length].map((n) => model[n]),
					);
				}
			}),
		);
	});
});
