@echo off
rem Makes the site of the speeches in seeds and opens it. With words behind it: runs that command, as build.bat check.
setlocal
cd /d "%~dp0"
set PYTHONUTF8=1
chcp 65001 >nul

set VENV=.venv\Scripts\python.exe
if exist %VENV% goto packages
set PY=
for %%v in (3.14 3.13 3.12 3.11) do if not defined PY py -%%v -c "" >nul 2>&1 && set PY=py -%%v
if not defined PY python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set PY=python
if not defined PY goto nopython
%PY% -m venv .venv || goto failed

:packages
fc /b requirements\site.txt .venv\installed.txt >nul 2>&1 && goto run
%VENV% -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements\site.txt || goto failed
copy /y requirements\site.txt .venv\installed.txt >nul

:run
if not "%~1"=="" goto command
%VENV% -m generator build || goto failed
start "" site\index.html
pause
exit /b 0

:command
%VENV% -m generator %*
exit /b %errorlevel%

:nopython
echo 没有找到 Python 3.11 以上的版本。请到 https://www.python.org/downloads/ 下载安装，
echo 安装时勾选 "Add python.exe to PATH"，再双击 build.bat。
pause
exit /b 1

:failed
echo 没有成功。请看上面的说明；也可以运行 build.bat doctor 检查这台电脑。
pause
exit /b 1
