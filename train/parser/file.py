"""python file.py NETWORK.pt parser.bin: what network.py saved, as src/grammar/tree-reader.ts and kernel/tree.ts want it.

At the beginning 64 numbers: what the file is, sizes, each table's first row, where each part begins, where the file
ends. Weights of matrices are of eight bits with a scale a row, 24 rows by four columns at a time, as they are
multiplied; embeddings are of eight bits with a scale a row; the rest is floats.
"""
import struct
import sys

import numpy as np
import torch

HEAD = 256
SLOTS = 1 << 15
STEPS, ZERO = 63, 64

saved = torch.load(sys.argv[1], map_location='cpu', weights_only=False)
weights = {k: v.float().numpy().astype(np.float64) for k, v in saved['weights'].items()}
config, known = saved['config'], saved['known']
size, label = config['size'], config['label']
parts, at, begins = [], 0, {}


def put(name, array):
    global at
    data = np.ascontiguousarray(array).tobytes()
    data += b'\0' * (-len(data) % 16)
    begins[name] = HEAD + at
    parts.append(data)
    at += len(data)


def put_matrix(name, matrix, bias):
    matrix = np.concatenate([matrix, np.zeros((-len(matrix) % 24, matrix.shape[1]))])
    scale = np.abs(matrix).max(1) / 127
    scale[scale == 0] = 1
    whole = np.round(matrix / scale[:, None]).astype(np.int64)
    rows, columns = whole.shape
    laid = whole.reshape(rows // 24, 6, 4, columns // 4, 4).transpose(0, 3, 1, 2, 4)
    scale = scale / STEPS
    put(name + 'W', laid.astype(np.int8))
    put(name + 'S', scale.astype('<f4'))
    # what comes in stands ZERO too high
    put(name + 'B', (np.pad(bias, (0, rows - len(bias))) - ZERO * whole.sum(1) * scale).astype('<f4'))


tables = [weights[f'tables.{i}.weight'] for i in range(13)]
first = np.cumsum([0] + [len(table) for table in tables])
rows = np.concatenate(tables)
scale = np.abs(rows).max(1) / 127
scale[scale == 0] = 1
put('rowScale', scale.astype('<f4'))
put('rows', np.round(rows / scale[:, None]).astype(np.int8))
keys, ids = np.zeros(SLOTS, '<i4'), np.zeros(SLOTS, '<u2')
for i, form in enumerate(known['forms']):
    key = form or 1
    slot = (key ^ ((key & 0xffffffff) >> 15)) & (SLOTS - 1)
    while keys[slot] != 0:
        slot = (slot + 1) & (SLOTS - 1)
    keys[slot], ids[slot] = key, i + 1
put('keys', keys)
put('ids', ids)
shapes, elsewhere = np.zeros(2048, np.uint8), np.zeros(256, np.uint8)
for i, shape in enumerate(known['shapes']):
    shapes[shape] = i + 1
for i, bits in enumerate(known['elsewhere']):
    elsewhere[bits] = i
put('shapes', shapes)
put('elsewhere', elsewhere)
for layer in range(2):
    for way, suffix in enumerate(['', '_reverse']):
        of = lambda key: weights[f'layers.{layer}.{key}_l0{suffix}']
        own, other = of('bias_ih').copy(), of('bias_hh').copy()
        own[:2 * size] += other[:2 * size]
        other[:2 * size] = 0
        put_matrix(f'i{layer}{way}', of('weight_ih'), own)
        put_matrix(f'h{layer}{way}', of('weight_hh'), other)
outs = ['dependant', 'head', 'label_dependant', 'label_head']
put_matrix('out', np.concatenate([weights[f'{k}.weight'] for k in outs]),
           np.concatenate([weights[f'{k}.bias'] for k in outs]))
leak = lambda x: np.where(x > 0, x, 0.1 * x)
put('rootHead', leak(weights['head.weight'] @ weights['root'] + weights['head.bias']).astype('<f4'))
put('rootLabel', leak(weights['label_head.weight'] @ weights['root'] + weights['label_head.bias']).astype('<f4'))
put('arc', weights['arc'].astype('<f4'))
put('headBias', np.concatenate([weights['bias.weight'].ravel(), weights['bias.bias']]).astype('<f4'))
put('distance', weights['distance'].astype('<f4'))
labels = saved['labels']
table = np.zeros((3 * label + 1, -(-labels // 16) * 16))
table[:3 * label, :labels] = weights['label.weight'].T
table[3 * label, :labels] = weights['label.bias']
put('label', table.astype('<f4'))
order = ['rowScale', 'rows', 'keys', 'ids', 'shapes', 'elsewhere']
order += [f'{matrix}{layer}{way}{part}' for layer in range(2) for way in range(2) for matrix in 'ih' for part in 'WSB']
order += ['outW', 'outS', 'outB', 'rootHead', 'rootLabel', 'arc', 'headBias', 'distance', 'label']
head = [0x32504e52, config['width'], size, config['arc'], label, saved['tags'], labels]
head += [int(x) for x in first[:-1]] + [begins[name] for name in order] + [HEAD + at]
with open(sys.argv[2], 'wb') as file:
    file.write(struct.pack(f'<{len(head)}i', *head).ljust(HEAD, b'\0') + b''.join(parts))
print(f'{HEAD + at} bytes')
