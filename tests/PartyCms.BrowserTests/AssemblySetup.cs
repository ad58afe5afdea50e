using PartyCms.BrowserTests;

[assembly: AssemblyFixture(typeof(LiveSite))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
