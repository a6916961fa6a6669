const samplesPerSecond = 8000;
const samples = 2000;
const toneHertz = 440;
const headerBytes = 44;
const formatChunkBytes = 16;
const pcm = 1;
const silence = 128;
const amplitude = 100;

/** A quarter of a second of a 440 Hz tone: 8 bit, mono. */
export function wavTone(): Buffer {
	const file = Buffer.alloc(headerBytes + samples);
	file.write('RIFF', 0);
	file.writeUInt32LE(file.length - 8, 4);
	file.write('WAVEfmt ', 8);
	file.writeUInt32LE(formatChunkBytes, 16);
	file.writeUInt16LE(pcm, 20);
	file.writeUInt16LE(1, 22);
	file.writeUInt32LE(samplesPerSecond, 24);
	file.writeUInt32LE(samplesPerSecond, 28);
	file.writeUInt16LE(1, 32);
	file.writeUInt16LE(8, 34);
	file.write('data', 36);
	file.writeUInt32LE(samples, 40);
	for (let at = 0; at < samples; at++) {
		file[headerBytes + at] =
			silence + Math.round(amplitude * Math.sin((2 * Math.PI * toneHertz * at) / samplesPerSecond));
	}
	return file;
}
