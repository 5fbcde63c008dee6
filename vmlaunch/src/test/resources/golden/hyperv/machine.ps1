# One request as JSON on the standard input, one answer as JSON on one line. No text of a request ever becomes a part of
# this script. Answers are in ASCII, because what else a console can say depends on its code page.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$ask = [Console]::In.ReadToEnd() | ConvertFrom-Json

function Write-Answer($answer) {
    $json = ConvertTo-Json -InputObject $answer -Compress
    [Console]::Out.WriteLine([regex]::Replace($json, '[^\x20-\x7e]', { param($c) '\u{0:x4}' -f [int][char]$c.Value }))
}

function Find-Machine($id) {
    Get-VM -Id $id -ErrorAction SilentlyContinue
}

function Remove-Machine($id) {
    $vm = Find-Machine $id
    if ($vm.State -ne 'Off') {
        Stop-VM -VM $vm -TurnOff -Force
    }
    Remove-VM -VM $vm -Force
}

# The notes name the folder of the machine. What an earlier one of this folder has left would hold its disks.
function New-Machine {
    Get-VM | Where-Object { $_.Notes -eq $ask.notes } | ForEach-Object { Remove-Machine $_.Id }
    $vm = New-VM -Name $ask.name -Generation 2 -NoVHD -MemoryStartupBytes $ask.memory
    try {
        Set-VM -VM $vm -Notes $ask.notes -ProcessorCount $ask.cpus -StaticMemory -CheckpointType Disabled `
            -AutomaticStartAction Nothing -AutomaticStopAction ShutDown
        $drives = @($ask.drives | ForEach-Object { Add-Drive $vm $_ })
        Set-VMFirmware -VM $vm -EnableSecureBoot Off -FirstBootDevice $drives[0]
        $pipe = '\\.\pipe\lamina-' + $vm.Id + '-com1'
        Set-VMComPort -VM $vm -Number 1 -Path $pipe
        $networked = Connect-Network $vm
        Start-VM -VM $vm
        @{ ok = $true; id = [string]$vm.Id; pipe = $pipe; networked = $networked }
    } catch {
        Remove-Machine $vm.Id
        throw
    }
}

function Add-Drive($vm, $drive) {
    if ($drive.kind -eq 'cd') {
        Add-VMDvdDrive -VM $vm -Path $drive.path -Passthru
    } else {
        Add-VMHardDiskDrive -VM $vm -Path $drive.path -Passthru
    }
}

# By its identifier, because the name of the Default Switch is translated.
function Connect-Network($vm) {
    $card = Get-VMNetworkAdapter -VM $vm
    $network = if ($ask.switch) { Get-VMSwitch -Id $ask.switch -ErrorAction SilentlyContinue }
    if (-not $network) {
        Remove-VMNetworkAdapter -VMNetworkAdapter $card
        return $false
    }
    if ($ask.mac) {
        Set-VMNetworkAdapter -VMNetworkAdapter $card -StaticMacAddress $ask.mac
    }
    Connect-VMNetworkAdapter -VMNetworkAdapter $card -VMSwitch $network
    $true
}

# A guest without integration services cannot be asked, and one that does not comply in time is not waited for.
function Stop-Machine($vm) {
    $job = Stop-VM -VM $vm -Force -AsJob
    $job | Wait-Job -Timeout $ask.grace | Out-Null
    $job | Remove-Job -Force
    Remove-Machine $vm.Id
}

try {
    $vm = if ($ask.action -ne 'create') { Find-Machine $ask.id }
    $answer = @{ ok = $true; state = if ($vm) { [string]$vm.State } else { 'Gone' } }
    if ($ask.action -eq 'create') {
        $answer = New-Machine
    } elseif ($vm) {
        switch ($ask.action) {
            'stop' { Stop-Machine $vm }
            'kill' { Remove-Machine $vm.Id }
            'pause' { Suspend-VM -VM $vm }
            'resume' { Resume-VM -VM $vm }
        }
    }
    Write-Answer $answer
} catch {
    Write-Answer @{ ok = $false; message = [string]$_.Exception.Message; error = [string]$_.FullyQualifiedErrorId }
}
