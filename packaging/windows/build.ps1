# Builds dist\dateline-<version>-setup.exe. Needs Python 3.11 (py -3.11) and Inno Setup 6 (iscc on the path).
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Run {
    & $args[0] $args[1..($args.Length - 1)]
    if ($LASTEXITCODE -ne 0) { throw "$($args[0]) ended with $LASTEXITCODE" }
}

if (-not (Test-Path build\venv\Scripts\python.exe)) { Run py -3.11 -m venv build\venv }
$python = "build\venv\Scripts\python.exe"
Run $python -m pip install --quiet --require-hashes --only-binary :all: -r requirements\build.txt
Run $python packaging\build.py
$version = (& $python -c "import timeline_app; print(timeline_app.__version__)").Trim()

Run iscc /Qp "/DVersion=$version" packaging\windows\dateline.iss
Get-ChildItem dist\*-setup.exe
