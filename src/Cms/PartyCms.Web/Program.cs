using PartyCms.Web.Verbs;

return await Verb.RunAsync(args);

/// <summary>The entry point; tests start the site through it.</summary>
public partial class Program;
