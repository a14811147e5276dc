# Every task of this repository. Each first sets up what is missing (.ci/set-up), which is quick when nothing is.
PYTHON ?=
RUN := .venv/bin/python
CHECKED := generator tests templates docs benchmarks

.DEFAULT_GOAL := help
.PHONY: help demo test lint templates schema docs gallery bench locale clean set-up-demo set-up-test

help: ## 显示本说明
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

demo: set-up-demo ## 生成示例年度的全部文书
	.venv/bin/zhicheng demo

test: lint ## 检查代码并运行全部测试
	$(RUN) -m pytest -n auto --maxprocesses 4 $(ARGS)

lint: set-up-test ## 只检查代码
	$(RUN) -m ruff check $(CHECKED)

templates: set-up-demo ## 重新生成 templates 中的 Word 模板
	$(RUN) templates/word/make.py

schema: set-up-demo ## 重新生成编辑器使用的 JSON Schema
	.venv/bin/zhicheng schema -o data/schema

docs: set-up-demo ## 重新生成模板变量和检查规则的说明页
	.venv/bin/zhicheng template fields --markdown > docs/template-variables.md
	.venv/bin/zhicheng rules --markdown > docs/rules.md

gallery: set-up-test ## 重新生成 output/gallery 中的样张图片
	$(RUN) docs/gallery.py

bench: set-up-test ## 测量速度
	$(RUN) benchmarks/cold_start.py
	$(RUN) -m benchmarks.warm

locale: set-up-test ## 编译命令行提示语的译文
	$(RUN) -m babel.messages.frontend compile --domain zhicheng --directory generator/locale

clean: ## 删除虚拟环境、缓存和生成的文书
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis build dist
	find output -mindepth 1 -maxdepth 1 ! -name gallery -exec rm -rf {} +
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

set-up-demo:
	@PYTHON="$(PYTHON)" sh .ci/set-up demo

set-up-test:
	@PYTHON="$(PYTHON)" sh .ci/set-up test
