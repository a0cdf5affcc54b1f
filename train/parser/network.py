"""python network.py FOLDER [name=value ...]: a small network that reads trees, trained on what words.ts wrote to FOLDER.

A word is the sum of its features' rows, squeezed by tanh; two layers of gated recurrent units go through the sentence
both ways; each word's score below each other one is a product of what it is as a dependant and what the other is as a
head, the relation a sum over both and their product. What goes into a product is rounded to seven bits already here.

teach=1 fold=K trains without fold K and writes what it says of fold K and of our own sentences (softK.npz). distil=.5
own=.5 learns half from the treebanks, half from those, and from half of our own sentences a round. README.md has the
commands that made the shipped parser.
"""
import json
import math
import sys
import time
from collections import Counter

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

CONFIG = dict(name='parser', width=96, cell='gru', size=128, arc=64, label=48, minutes=4.4, drop=0.2, rate=3e-3,
              worddrop=0.2, words=3000, seed=1, fold=-1, folds=5, tagweight=0.5, newstimes=2, average=0.998,
              teach=0, distil=0.0, own=0.0, rounded=1)
FEATURES = ['form', 'suffix4', 'suffix3', 'suffix2', 'prefix3', 'shape', 'elsewhere', 'lexical', 'doing', 'about',
            'given', 'doing6', 'about6']
BUCKETS = dict(suffix4=4096, suffix3=4096, suffix2=1024, prefix3=2048)
STEPS = 63


def read(folder):
    """Every set with its features as row numbers, and what the numbers stand for."""
    names = json.load(open(f'{folder}/names.json'))
    sets = {k: json.load(open(f'{folder}/{k}.json')) for k in ['train', 'own', *names['development']]}
    train = sets['train']
    forms = [f for f, n in Counter(train['form']).most_common() if n >= 2]
    shapes = [f for f, n in Counter(train['shape']).most_common() if n >= 3]
    elsewhere = [f for f, _ in Counter(train['elsewhere']).most_common()]
    row = dict(form={f: i + 1 for i, f in enumerate(forms)}, shape={f: i + 1 for i, f in enumerate(shapes)},
               elsewhere={f: i for i, f in enumerate(elsewhere)})
    counts = Counter(train['form'])
    seen = np.array([0] + [counts[f] for f in forms], dtype=np.int32)
    for words in sets.values():
        for key, rows in row.items():
            words[key] = np.array([rows.get(value, 0) for value in words[key]], dtype=np.int64)
        for key, size in BUCKETS.items():
            value = np.array(words[key], dtype=np.int64)
            words[key] = (value ^ (value >> 12)) & (size - 1)
        for key in ['doing', 'about']:
            words[key] = np.array(words[key], dtype=np.int64)
            words[key + '6'] = (words[key] + 15) // 16
        words['first'] = np.array(words['first'], dtype=np.int64)
        for key in ['given', 'lexical', 'tag', 'head', 'label']:
            words[key] = np.array(words.get(key, words['given']), dtype=np.int64)
    sizes = dict(form=len(forms) + 1, **BUCKETS, shape=len(shapes) + 1, elsewhere=8, lexical=256, doing=1025,
                 about=1025, given=len(names['tags']), doing6=66, about6=66)
    return names, sets, sizes, seen, dict(forms=forms, shapes=shapes, elsewhere=elsewhere)


class Words:
    """A set on the device; sentences of one length make a batch, so that nothing is padded."""

    def __init__(self, words, device):
        self.words, self.first, self.device = words, words['first'], device
        self.lengths = np.diff(self.first)
        self.count = len(self.lengths)
        self.x = torch.tensor(np.stack([words[k] for k in FEATURES]), device=device)
        length = np.repeat(self.lengths, self.lengths)
        head = np.where(words['head'] == length, 0, words['head'] + 1)  # 0 is the root
        self.y = torch.tensor(np.stack([head, words['label'], words['tag']]), device=device)
        self.arcs_at = np.concatenate([[0], np.cumsum(self.lengths * (self.lengths + 1))])

    def batch(self, which):
        at = torch.tensor(self.first[which][:, None] + np.arange(self.lengths[which[0]])[None], device=self.device)
        return self.x[:, at], self.y[:, at], at

    def batches(self, which, words, shuffle=True):
        which = np.array(which)
        if shuffle:
            np.random.shuffle(which)
        which = which[np.argsort(self.lengths[which], kind='stable')]
        out = []
        for same in np.split(which, np.flatnonzero(np.diff(self.lengths[which])) + 1):
            most = max(1, words // int(self.lengths[same[0]]))
            out += [same[i:i + most] for i in range(0, len(same), most)]
        return [out[i] for i in np.random.permutation(len(out))] if shuffle else out

    def soft_arcs(self, which):
        n = int(self.lengths[which[0]])
        at = torch.tensor(self.arcs_at[which][:, None] + np.arange(n * (n + 1))[None], device=self.device)
        return self.soft['arc'][at].view(len(which), n, n + 1)


class Network(nn.Module):
    def __init__(self, c, sizes, tags, labels, seen):
        super().__init__()
        self.c, self.seen = c, seen
        self.tables = nn.ModuleList([nn.Embedding(sizes[k], c.width) for k in FEATURES])
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.6 / math.sqrt(len(FEATURES)))
        cell = nn.LSTM if c.cell == 'lstm' else nn.GRU
        self.layers = nn.ModuleList([cell(w, c.size, batch_first=True, bidirectional=True)
                                     for w in (c.width, 2 * c.size)])
        wide = 2 * c.size
        self.dependant, self.head = nn.Linear(wide, c.arc), nn.Linear(wide, c.arc)
        self.arc = nn.Parameter(torch.eye(c.arc) / math.sqrt(c.arc))
        self.bias = nn.Linear(c.arc, 1)
        self.distance = nn.Parameter(torch.zeros(2, 33))
        self.label_dependant, self.label_head = nn.Linear(wide, c.label), nn.Linear(wide, c.label)
        self.label = nn.Linear(3 * c.label, labels)
        self.root = nn.Parameter(torch.randn(wide) * 0.1)
        self.tag = nn.Linear(wide, tags)

    def drop(self, x, share):
        if not self.training or share <= 0:
            return x
        return x * ((torch.rand(x.shape[0], 1, x.shape[2], device=x.device) > share).float() / (1 - share))

    def rounded(self, x):
        return x + (torch.round(x * STEPS) / STEPS - x).detach() if self.c.rounded else x

    def forward(self, features):
        c, total = self.c, 0
        for key, rows, table in zip(FEATURES, features, self.tables):
            if key == 'form' and self.training:
                seen = self.seen[rows].float()
                rows = torch.where(torch.rand_like(seen) < c.worddrop * 3 / (seen + 3) + 0.03, 0, rows)
            total = total + table(rows)
        x = self.rounded(self.drop(torch.tanh(total), c.drop * 0.6))
        for layer in self.layers:
            x = self.rounded(self.drop(layer(x)[0], c.drop))
        batch, n, _ = x.shape
        above = torch.cat([self.root.expand(batch, 1, -1), x], 1)
        dependant = self.drop(F.leaky_relu(self.dependant(x), 0.1), c.drop)
        head = self.drop(F.leaky_relu(self.head(above), 0.1), c.drop)
        arcs = (dependant @ self.arc) @ head.transpose(1, 2) + self.bias(head).transpose(1, 2)
        i = torch.arange(1, n + 1, device=x.device)[:, None]
        j = torch.arange(0, n + 1, device=x.device)[None]
        by = torch.where(i > j, self.distance[0][(i - j).clamp(0, 32)], self.distance[1][(j - i).clamp(0, 32)])
        arcs = (arcs + torch.where(j == 0, 0.0, by)).masked_fill((i == j)[None], -1e4)
        return (self.tag(x), arcs, self.drop(F.leaky_relu(self.label_dependant(x), 0.1), c.drop),
                self.drop(F.leaky_relu(self.label_head(above), 0.1), c.drop))

    def labels(self, dependant, head, heads):
        head = torch.gather(head, 1, heads[..., None].expand(-1, -1, head.shape[-1]))
        return self.label(torch.cat([dependant, head, dependant * head], -1))


def say_soft(net, words, which, gold):
    """Logarithms of arcs, of labels at the gold (else the best) heads, of tags; sentence after sentence."""
    place = {int(s): i for i, s in enumerate(which)}
    arc, label, tag, head = ([None] * len(which) for _ in range(4))
    for batch in words.batches(which, 4000, False):
        x, y, _ = words.batch(batch)
        tags, arcs, below, above = net(x)
        heads = y[0] if gold else arcs.argmax(-1)
        labels = torch.log_softmax(net.labels(below, above, heads), -1).clamp(-15).half().cpu().numpy()
        arcs = torch.log_softmax(arcs, -1).clamp(-15).half().cpu().numpy()
        tags = torch.log_softmax(tags, -1).clamp(-15).half().cpu().numpy()
        for i, sentence in enumerate(batch):
            at = place[int(sentence)]
            arc[at], label[at], tag[at], head[at] = arcs[i].ravel(), labels[i], tags[i], heads[i].cpu().numpy()
    return [np.concatenate(one) for one in (arc, label, tag, head)]


def hear_soft(folder, folds, train, own, device):
    """Puts what the teachers said into both sets: of the treebanks what the one said that had not seen it, else means."""
    said = [np.load(f'{folder}/soft{k}.npz') for k in range(folds)]
    half = lambda *shape: torch.zeros(shape, dtype=torch.float16, device=device)
    put = lambda a: torch.tensor(a, device=device)
    words, labels, tags = int(train.first[-1]), said[0]['label'].shape[1], said[0]['tag'].shape[1]
    train.soft = dict(arc=half(int(train.arcs_at[-1])), label=half(words, labels), tag=half(words, tags))
    for one in said:
        at = put(np.concatenate([np.arange(train.first[i], train.first[i + 1]) for i in one['which']]))
        train.soft['arc'][put(np.concatenate([np.arange(train.arcs_at[i], train.arcs_at[i + 1])
                                              for i in one['which']]))] = put(one['arc'])
        train.soft['label'][at], train.soft['tag'][at] = put(one['label']), put(one['tag'])
    mean = lambda key: np.mean([np.exp(one[key].astype(np.float32)) for one in said], 0)
    arc = mean('own_arc')
    heads = np.concatenate([arc[own.arcs_at[i]:own.arcs_at[i + 1]].reshape(n, n + 1).argmax(1)
                            for i, n in enumerate(own.lengths)])
    total, count = np.zeros((len(heads), labels), np.float32), np.zeros((len(heads), 1), np.float32)
    for one in said:  # only who saw the same head says its label
        same = (one['own_head'] == heads).astype(np.float32)[:, None]
        total, count = total + same * np.exp(one['own_label'].astype(np.float32)), count + same
    label = np.where(count > 0, total / np.maximum(count, 1), np.exp(said[0]['own_label'].astype(np.float32)))
    log = lambda a: put(a).clamp(1e-7).log().half()
    own.soft = dict(arc=log(arc), label=log(label), tag=log(mean('own_tag')))
    own.y[0] = put(heads)


def score(net, words, plain, punct):
    """Share of words whose most likely head, and relation too, are right; without punctuation and subtypes."""
    right = both = count = 0
    with torch.no_grad():
        for batch in words.batches(np.arange(words.count), 4000, False):
            x, y, _ = words.batch(batch)
            _, arcs, below, above = net(x)
            heads = arcs.argmax(-1)
            gold, labels = plain[y[1]], plain[net.labels(below, above, heads).argmax(-1)]
            use, same = gold != punct, heads == y[0]
            right += int((same & use).sum())
            both += int((same & use & (labels == gold)).sum())
            count += int(use.sum())
    return f'{100 * right / count:.2f} / {100 * both / count:.2f}'


def main():
    folder, config = sys.argv[1], dict(CONFIG)
    for argument in sys.argv[2:]:
        key, value = argument.split('=')
        config[key] = type(config[key])(value)
    c = type('Config', (), config)
    torch.manual_seed(c.seed)
    np.random.seed(c.seed)
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    names, sets, sizes, seen, known = read(folder)
    tags, labels = len(names['tags']), len(names['labels'])
    train, own = Words(sets['train'], device), Words(sets['own'], device)
    fold = (np.arange(train.count) // 50) % c.folds  # neighbours resemble each other
    use = [i for i in range(train.count) if train.lengths[i] <= 120 and (c.fold < 0 or fold[i] != c.fold)]
    use += [i for i in use if i >= names['news']] * (c.newstimes - 1)
    if c.distil > 0:
        hear_soft(folder, c.folds, train, own, device)
    build = lambda: Network(c, sizes, tags, labels, torch.tensor(seen, device=device)).to(device)
    net, mean = build(), build()
    mean.load_state_dict(net.state_dict())
    optimiser = torch.optim.AdamW(net.parameters(), lr=c.rate, betas=(0.9, 0.95), weight_decay=0.0)
    soft_loss = lambda scores, said: -(torch.exp(said.float()) * torch.log_softmax(scores, -1)).sum(-1).mean()
    hard_loss = lambda scores, gold: F.cross_entropy(scores.flatten(0, 1), gold.flatten())
    started, step, rounds, done = time.time(), 0, 0, 0.0
    while done < 1:
        todo = [(train, b) for b in train.batches(use, c.words)]
        if c.own > 0:
            some = np.random.permutation(own.count)[:int(own.count * c.own)]
            todo += [(own, b) for b in own.batches(some, c.words)]
        for one in np.random.permutation(len(todo)):
            words, batch = todo[one]
            done = (time.time() - started) / (60 * c.minutes)
            if done >= 1:
                break
            rate = c.rate * min(1, (step + 1) / 200) * (0.495 * (1 + math.cos(math.pi * done)) + 0.01)
            for group in optimiser.param_groups:
                group['lr'] = rate
            x, y, at = words.batch(batch)
            tag, arc, below, above = net(x)
            label = net.labels(below, above, y[0])
            soft = 0.0 if c.distil <= 0 else c.distil if words is train else 1.0
            loss = 0
            if soft < 1:
                loss = loss + (1 - soft) * (hard_loss(arc, y[0]) + hard_loss(label, y[1]) +
                                            c.tagweight * hard_loss(tag, y[2]))
            if soft > 0:
                loss = loss + soft * (soft_loss(arc, words.soft_arcs(batch)) + soft_loss(label, words.soft['label'][at]) +
                                      c.tagweight * soft_loss(tag, words.soft['tag'][at]))
            loss = loss * (batch.size * int(words.lengths[batch[0]]) / c.words) ** 0.5
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            step += 1
            with torch.no_grad():
                torch._foreach_lerp_(list(mean.parameters()), list(net.parameters()),
                                     1 - min(c.average, (1 + step) / (10 + step)))
        rounds += 1
    mean.eval()
    if c.teach:
        which = np.flatnonzero(fold == c.fold)
        with torch.no_grad():
            arc, label, tag, _ = say_soft(mean, train, which, True)
            own_arc, own_label, own_tag, own_head = say_soft(mean, own, np.arange(own.count), False)
        np.savez(f'{folder}/soft{c.fold}.npz', which=which, arc=arc, label=label, tag=tag, own_arc=own_arc,
                 own_label=own_label, own_tag=own_tag, own_head=own_head)
    bare = [name.split(':')[0] for name in names['labels']]
    plain = torch.tensor([bare.index(name) for name in bare] + [-1], device=device)
    for name in names['development']:
        print(c.name, f'{rounds} rounds', name, 'UAS / LAS', score(mean, Words(sets[name], device), plain,
                                                                  bare.index('punct')), flush=True)
    torch.save(dict(config=config, known=known, tags=tags, labels=labels,
                    weights={k: v.cpu().half() for k, v in mean.state_dict().items()}), f'{folder}/{c.name}.pt')


if __name__ == '__main__':
    main()
