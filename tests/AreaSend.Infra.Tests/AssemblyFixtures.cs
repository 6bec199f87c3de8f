[assembly: AssemblyFixture(typeof(AreaSend.Infra.Tests.Deployed))]
