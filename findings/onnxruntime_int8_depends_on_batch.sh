#!/usr/bin/env bash
# onnxruntime 1.32.0 with onnx 1.23.2, Python 3.11.
# One would guess: a model gives the same numbers for an input whether it runs alone or in a batch;
#   quantize_dynamic() rounds the weights, and every row is still for itself.
# What happens: the activations are rounded by the range of the whole batch. A row's numbers change
#   with the rows beside it, so the same text gets another answer when somebody else asks too.
# Output seen:
#   fp32 alone and beside others: 0.000
#   int8 alone and beside others: 0.140
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
python3 -m venv v >/dev/null
v/bin/pip install --quiet onnxruntime==1.32.0 onnx==1.23.2 sympy==1.14.0 numpy==2.4.6
cat > look.py <<'PY'
import logging
import numpy as np, onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper, save
from onnxruntime.quantization import quantize_dynamic
logging.disable(logging.WARNING)
rng = np.random.default_rng(1)
weight = numpy_helper.from_array(rng.normal(0, 0.1, (64, 8)).astype(np.float32), "w")
rows = lambda name, width: helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", width])
graph = helper.make_graph([helper.make_node("MatMul", ["x", "w"], ["y"])], "g", [rows("x", 64)], [rows("y", 8)], [weight])
save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), "fp32.onnx")
quantize_dynamic("fp32.onnx", "int8.onnx")
one = rng.normal(0, 1, (1, 64)).astype(np.float32)
both = np.concatenate([one, 20 * rng.normal(0, 1, (1, 64)).astype(np.float32)])
for name in ("fp32", "int8"):
    run = lambda x: ort.InferenceSession(f"{name}.onnx").run(None, {"x": x})[0][0]
    print(f"{name} alone and beside others: {np.abs(run(one) - run(both)).max():.3f}")
PY
v/bin/python look.py 2>/dev/null | tee seen
grep -q '^fp32 .*: 0.000$' seen
! grep -q '^int8 .*: 0.0' seen
