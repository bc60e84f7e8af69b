#!/usr/bin/env bash
# Takes the pictures anew: README's screenshots from the committed state, its drawing from what the sample gives, the rooms of Core.
# Needs the .NET SDK, Node, Chromium and a font with Cyrillic letters.
set -euo pipefail
cd "$(dirname "$0")/../.."
export UPDATE_PICTURES=1 UPDATE_GOLDEN=1
dotnet test --project tests/BriPipeline.Local.Tests -- --filter-class '*StrangerTests'
dotnet test --project tests/BriPipeline.Core.Tests -- --filter-class '*PictureTests'
