# Two commands set everything up on a fresh Debian machine that has only the Swift toolchain.
#   make demo   build, make up a shop, run the service once, say where the dashboard lies
#   make test   build and run all tests, after the formatter has had its say
#   make tsan   run the suites in which threads work on one thing under the thread sanitizer; a quarter of an hour
#   make browser  click through the HTML file in headless Chromium
#   make fuzz   drive the readers with damaged files for SECONDS (300), from another SEED each time
#   make bench  time the program, beside its peers with PEERS=<python that has them>; half an hour
#   make bench-quick  the same in under five minutes, without the peer of the whole program
#   make soak   300 random days through the program, equal to a rebuild in the end

SHELL := /bin/bash
PACKAGES := libcairo2-dev libpango1.0-dev libsqlite3-dev zlib1g-dev libzstd-dev fonts-inter fonts-noto-core pkg-config
MISSING = $(shell for p in $(PACKAGES); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done)
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SWIFT ?= swift
DEMO := demo

# Suites and tests in which several threads work on one thing: all threads begin in Parallel of Tables and of Clusters
# and in Companion of Plots, and these suites call what uses them. Never tried to the end under the sanitizer: all suites together.
PARALLEL := ParallelTests|CompanionTests|PainterTests|ignoresCores|SilhouetteTests|GapStatisticTests|WardTests|agreesWithAllPairs|KDistanceTests|KDTreeTests|CorrelationTests|RowScorerTests|MeasureContractTests/order|CSVReaderTests|ClusterStabilityTests|LedgerShelfTests|SpillTests|JoinedAtOnceTests|InspectionTests|FeatureFamilyTests

.PHONY: demo test tsan browser build lint packages fuzz bench bench-quick clean-demo soak

demo: build
	@rm -rf $(DEMO) && mkdir -p $(DEMO)/inbox $(DEMO)/outbox $(DEMO)/state
	@.build/release/segmentd sample --orders --customers 3000 --seed 7 > $(DEMO)/inbox/shop.csv
	@.build/release/segmentd run --once --inbox $(DEMO)/inbox --outbox $(DEMO)/outbox --state $(DEMO)/state --quiet
	@echo "PDF:  $$(readlink -f $(DEMO)/outbox/shop/latest)/dashboard.pdf"
	@echo "PNG:  $$(readlink -f $(DEMO)/outbox/shop/latest)/png/"
	@echo "HTML: $$(readlink -f $(DEMO)/outbox/shop/latest)/dashboard.html"

test: packages lint
	$(SWIFT) build -c release --product segmentd
	SEGMENTD_BINARY=$(CURDIR)/.build/release/segmentd $(SWIFT) test
	$(MAKE) browser

browser: packages
	@command -v chromium > /dev/null || { $(SUDO) apt-get update -qq && \
	  $(SUDO) apt-get install -y -qq --no-install-recommends chromium; }
	@[ -x .build/release/segmentd ] || $(SWIFT) build -c release --product segmentd
	python3 Tests/Browser/dashboard_test.py .build/release/segmentd .build/browser

soak: build
	python3 Tests/Soak/soak.py .build/release/segmentd 300

tsan: packages
	TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/ThreadSanitizer.txt \
	  $(SWIFT) test --sanitize=thread --scratch-path .build-tsan --filter '$(PARALLEL)'

build: packages
	$(SWIFT) build -c release --product segmentd

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

packages:
	@if [ -n "$(MISSING)" ]; then \
	  echo "Installing Debian packages: $(MISSING)"; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $(MISSING); \
	fi

fuzz: packages
	SEGMENTD_FUZZ_SECONDS=$(or $(SECONDS),300) SEGMENTD_FUZZ_SEED=$(or $(SEED),$(shell date +%s)) \
	  $(SWIFT) test --filter FuzzTests

bench bench-quick: build
	$(SWIFT) build -c release --product KernelBench
	$(SWIFT) build -c release --product ReadBench
	python3 Benchmarks/compare.py $(if $(PEERS),--peers $(PEERS),--no-peers) $(if $(filter bench-quick,$@),--quick)
	$(if $(PEERS),$(if $(filter bench,$@),python3 Benchmarks/reading.py --peers $(PEERS)))

clean-demo:
	rm -rf $(DEMO)
