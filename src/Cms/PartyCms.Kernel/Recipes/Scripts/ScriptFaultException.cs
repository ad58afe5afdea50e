namespace PartyCms.Kernel.Recipes.Scripts;

/// <summary>Ends the evaluation of one script; never leaves the evaluator.</summary>
internal sealed class ScriptFaultException(RecipeMessage fault) : Exception(fault.WireText)
{
    public RecipeMessage Fault { get; } = fault;
}
