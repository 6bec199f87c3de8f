using AreaSend.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]
