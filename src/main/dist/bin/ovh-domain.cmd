@echo off
rem Starts ovh-domain from any working folder. The ledger, inbox and outbox are in data\ of the working folder,
rem routes\ and config\ next to this script's folder. JAVA_HOME and JAVA_OPTS are used.
setlocal
for %%I in ("%~dp0..") do set "OVH_DOMAIN_HOME=%%~fI"
set "JAVA_CMD=java"
if defined JAVA_HOME set "JAVA_CMD=%JAVA_HOME%\bin\java"
rem Commands are short and wait for the network: optimised compilation costs more time than it saves.
"%JAVA_CMD%" -XX:TieredStopAtLevel=1 %JAVA_OPTS% "-Dovh-domain.home=%OVH_DOMAIN_HOME%" -cp "%OVH_DOMAIN_HOME%\lib\*" io.github.camelovh.domain.app.cli.OvhDomainCli %*
exit /b %ERRORLEVEL%
