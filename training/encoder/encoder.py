"""MiniLM-L6 (a BERT of six layers) with four classes on top.

The lower layers stay as they were pre-trained, so that what they make of a
text is worked out once for all runs.
"""

import torch
from torch.nn import functional
from transformers import BertModel

CLASSES = ["bug_report", "feature_request", "question", "praise"]
# Layers left as they were pre-trained, beside the word embeddings.
FROZEN_LAYERS = 2


class Layer(torch.nn.Module):
    """One layer of BERT, with the pre-trained layer's parameters."""

    def __init__(self, layer, heads: int):
        super().__init__()
        inner = layer.attention.self
        self.heads = heads
        self.query, self.key, self.value = inner.query, inner.key, inner.value
        self.mixed, self.mixed_norm = layer.attention.output.dense, layer.attention.output.LayerNorm
        self.wide, self.narrow = layer.intermediate.dense, layer.output.dense
        self.norm = layer.output.LayerNorm

    def forward(self, x, mask):
        split = lambda y: y.view(*y.shape[:2], self.heads, -1).transpose(1, 2)
        attended = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), 
            attn_mask=None if mask is None else mask[:, None, None, :],
        )
        x = self.mixed_norm(x + self.mixed(attended.transpose(1, 2).reshape(x.shape)))
        return self.norm(x + self.narrow(functional.gelu(self.wide(x))))


class Encoder(torch.nn.Module):
    """The mean of the last layer's vectors, and the logits of the classes.

    `mask` is true where there is a piece; None where there are no gaps.
    """

    def __init__(self, base: str):
        super().__init__()
        bert = BertModel.from_pretrained(base, add_pooling_layer=False)
        self.embeddings = bert.embeddings
        self.layers = torch.nn.ModuleList(Layer(layer, bert.config.num_attention_heads) for layer in bert.encoder.layer)
        self.head = torch.nn.Linear(bert.config.hidden_size, len(CLASSES))
        torch.nn.init.zeros_(self.head.bias)
        self.embeddings.eval()

    def lower(self, ids, mask):
        """What the part that is not trained makes of a text."""
        x = self.embeddings(input_ids=ids)
        for layer in self.layers[:FROZEN_LAYERS]:
            x = layer(x, mask)
        return x

    def upper(self, x, mask):
        for layer in self.layers[FROZEN_LAYERS:]:
            x = layer(x, mask)
        if mask is None:
            return self.head(x.mean(1))
        weight = mask.unsqueeze(-1).to(x.dtype)
        return self.head((x * weight).sum(1) / weight.sum(1))


def three(four):
    """Questions and praise, apart inside, are both inquiries."""
    return torch.cat([four[:, :2], torch.logsumexp(four[:, 2:], 1, keepdim=True)], 1)
