namespace PartyCms.Kernel.Recipes.Scripts;

/// <summary>What scripts may learn about this site. Nothing else is ever told.</summary>
/// <param name="Parameters">Values of <c>parameters('…')</c> by name; names without case, as in Orchard Core.</param>
/// <param name="Configuration">The settings that <c>configuration('…')</c> may read, by key.</param>
internal sealed record ScriptValues(
    IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Configuration)
{
    /// <summary>Parameters that Orchard Core knows and that this site never tells.</summary>
    public static bool IsSecret(string parameter) => parameter.ToUpperInvariant() is
        "ADMINPASSWORD" or "ADMINEMAIL" or "DATABASEPROVIDER" or "DATABASECONNECTIONSTRING" or "DATABASETABLEPREFIX";
}
